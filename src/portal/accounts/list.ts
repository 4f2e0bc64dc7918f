/** Lists of invitations as the service reads them (CSV with a header). A coordination invites reporters alone, so nobody has to write the role. */

/** A cell that may hold whatever somebody typed. */
const cell = (text: string): string => `"${text.replaceAll('"', '""').replace(/\s+/g, ' ').trim()}"`;

export const listOfOne = ({
  name,
  office,
  schools,
}: {
  readonly name: string;
  readonly office: string;
  readonly schools: string;
}): string => `name;role;office;schools\n${cell(name)};reporter;${cell(office)};${cell(schools)}\n`;

/** The pasted list with a column of roles in front, where it has none; lines keep their numbers. */
export function withRole(pasted: string): string {
  const [head = '', ...lines] = pasted.replace(/\r\n?/g, '\n').split('\n');
  const separator = [';', '\t', ','].find((one) => head.includes(one)) ?? ';';
  const heads = head.split(separator).map((one) => one.trim().replaceAll('"', '').toLowerCase());
  if (heads.includes('role') || heads.includes('rolle')) return [head, ...lines].join('\n');
  const inFront = (line: string): string => (line.trim() === '' ? line : `reporter${separator}${line}`);
  return [`role${separator}${head}`, ...lines.map(inFront)].join('\n');
}
