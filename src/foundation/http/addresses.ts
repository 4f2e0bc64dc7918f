/** Which methods an address knows: so that a wrong one is told from an address that is none. */

/** The addresses of a server, as their patterns were registered. */
export class Addresses {
  private readonly known = new Map<string, { readonly form: RegExp; readonly methods: Set<string> }>();

  /** pattern  such as `/v1/regions/:key` or `/docs/*` */
  add(pattern: string, methods: readonly string[]): void {
    const known = this.known.get(pattern) ?? { form: formOf(pattern), methods: new Set() };
    for (const method of methods) known.methods.add(method);
    this.known.set(pattern, known);
  }

  /** The methods that this path knows, sorted; none where there is nothing. */
  methodsAt(path: string): string[] {
    const found = [...this.known.values()].filter(({ form }) => form.test(path));
    return [...new Set(found.flatMap(({ methods }) => [...methods]))].sort();
  }
}

function formOf(pattern: string): RegExp {
  const parts = pattern
    .split('/')
    .map((part) => (part.startsWith(':') ? '[^/]+' : part.split('*').map(literal).join('.*')));
  return new RegExp(`^${parts.join('/')}$`);
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
