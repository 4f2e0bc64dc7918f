/** Wire shapes of the bodies that an office's account reports for. */
import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { problems } from '../foundation/problem.ts';
import { readJson } from '../rules/json.ts';
import { OUTCOME_SCHEMES } from '../rules/schemes/outcome-registry.ts';

/** Of every scheme of outcomes, each once. */
export const BODY_CODES: readonly string[] = [
  ...new Set(OUTCOME_SCHEMES.flatMap(({ bodies }) => bodies.map(({ code }) => code))),
];

export class OfficePlace {
  @IsUUID(undefined, {
    message: 'account must be the id of an account',
    context: { de: 'account ist die Kennung eines Kontos' },
  })
  account!: string;
}

const FIELDS = new Set(['bodies']);

export class BenefitBodiesBody {
  @ApiProperty({ enum: BODY_CODES, isArray: true })
  bodies!: string[];

  /** Exactly a list of codes, each once; an empty one takes all away. */
  static read(bytes: Uint8Array): BenefitBodiesBody {
    const read = readJson(bytes, { bytes: 1024, words: FIELDS });
    const body: unknown = 'value' in read ? read.value : undefined;
    const list: unknown = body instanceof Map && body.size === 1 ? body.get('bodies') : undefined;
    const isSound =
      Array.isArray(list) &&
      new Set(list).size === list.length &&
      list.every((code) => typeof code === 'string' && BODY_CODES.includes(code));
    if (isSound) return Object.assign(new BenefitBodiesBody(), { bodies: list as string[] });
    const codes = BODY_CODES.join(', ');
    throw problems.badRequest([
      {
        rule: 'bodies',
        pointer: '/bodies',
        reason: {
          de: `Der Body besteht aus genau einem Feld bodies: einer Liste aus ${codes}, jeder Träger höchstens einmal.`,
          en: `The body holds exactly one field, bodies: a list of ${codes}, each at most once.`,
        },
      },
    ]);
  }
}

export class OfficeBodiesAnswer {
  account!: string;
  county!: string;
  /** In scheme order. */
  @ApiProperty({ enum: BODY_CODES, isArray: true })
  bodies!: string[];
}
