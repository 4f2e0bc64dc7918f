/** Wire shapes of the witnesses of the log. */
import { ApiProperty } from '@nestjs/swagger';
import type { ProblemFinding } from '../foundation/problem-shape.ts';
import { problems } from '../foundation/problem.ts';
import { readJson } from '../rules/json.ts';

/** Room for some twenty signatures. */
const BYTES = 8192;
const FIELDS = new Set(['note']);

/** A checkpoint with the cosignature of a witness. */
export class CosignatureBody {
  /** C2SP signed note. */
  note!: string;

  static read(bytes: Uint8Array): CosignatureBody {
    const read = readJson(bytes, { bytes: BYTES, words: FIELDS });
    if ('fault' in read) throw refused('json', read.fault.pointer, read.fault.reason);
    const body = read.value;
    const note: unknown = body instanceof Map && body.size === 1 ? body.get('note') : undefined;
    if (typeof note !== 'string') throw refused('note', '', ONE_FIELD);
    return Object.assign(new CosignatureBody(), { note });
  }
}

const ONE_FIELD = {
  de: 'Der Body besteht aus genau einem Text: note.',
  en: 'The body holds exactly one text: note.',
};

const refused = (rule: string, pointer: string, reason: ProblemFinding['reason']) =>
  problems.badRequest([{ rule, pointer, reason }]);

/** One witness of the log. */
export class WitnessBody {
  name!: string;
  /** C2SP verifier key. */
  key!: string;
  /** `missing` has cosigned nothing of this log yet, `behind` lacks a checkpoint of more than ten minutes ago,
   * `disagrees` has seen a history that our key signed and that is not this one. */
  @ApiProperty({ enum: ['current', 'behind', 'missing', 'disagrees'] })
  state!: 'current' | 'behind' | 'missing' | 'disagrees';
  /** Entries that it vouches for; null if it has cosigned nothing yet. */
  size!: number | null;
  /** When it saw them, ISO 8601, by its own clock. */
  at!: string | null;
  /** The checkpoint that it cosigned, as a C2SP note. */
  checkpoint!: string | null;
}

export class WitnessList {
  witnesses!: WitnessBody[];
}
