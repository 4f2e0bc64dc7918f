/** What the tests use of jsonstat-toolkit, which comes without types. */
declare module 'jsonstat-toolkit' {
  interface Dataset {
    readonly class: string;
    readonly id: string[];
    readonly size: number[];
    readonly role: Readonly<Record<string, string[]>>;
    readonly extension: unknown;
    Dimension(id: string): { readonly id: string[]; Category(id: string): { readonly label: string } } | null;
    Data(
      at: Readonly<Record<string, string>>,
    ): { readonly value: number | null; readonly status: string | null } | null;
  }
  export default function JSONstat(response: object): Dataset;
}
