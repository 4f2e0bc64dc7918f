/** Wire shape of the key of drafts. */
export class DraftKeyBody {
  /** Changes where the key does: what was wrapped by another one opens no more. */
  id!: string;
  /** 256 bits, base64url. */
  key!: string;
}
