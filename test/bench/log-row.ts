/** A line of the table of the access log's figures. */

/** One figure: what, how much, what was asked for, and the control that it could have failed. */
export interface Row {
  readonly what: string;
  readonly figure: string;
  readonly goal: string;
  readonly reached: boolean;
  readonly control: string;
}
