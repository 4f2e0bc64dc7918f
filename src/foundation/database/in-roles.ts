/** A migration spells roles plainly; here it runs in a database whose roles end in a suffix. */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { spelled } from './roles.ts';

type Migration = new () => MigrationInterface;

/** The same migration under the same name, with its roles as this database calls them. */
export function inRoles(Plain: Migration, suffix: () => string): Migration {
  return class {
    private readonly plain = new Plain();
    readonly name = this.plain.name ?? Plain.name;

    up(runner: QueryRunner): Promise<unknown> {
      return this.plain.up(respelling(runner, suffix()));
    }

    down(runner: QueryRunner): Promise<unknown> {
      return this.plain.down(runner);
    }
  };
}

const respelling = (runner: QueryRunner, suffix: string): QueryRunner =>
  new Proxy(runner, {
    get(target, key) {
      if (key === 'query')
        return (text: string, ...rest: [values?: unknown[]]) => target.query(spelled(text, suffix), ...rest);
      const found: unknown = Reflect.get(target, key, target);
      return typeof found === 'function' ? (found.bind(target) as unknown) : found;
    },
  });
