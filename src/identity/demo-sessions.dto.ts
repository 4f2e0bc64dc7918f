/** Wire shapes of signing in to a demo. */
import { ApiProperty } from '@nestjs/swagger';
import { type Role, ROLES } from '../access/actor.ts';
import { oneOf, readFields } from '../foundation/http/fields.ts';

export class DemoRoles {
  /** Roles that a visitor may be; empty where this is no demo. */
  @ApiProperty({ enum: ROLES, isArray: true })
  roles!: readonly Role[];
}

export class DemoRole {
  @ApiProperty({ enum: ROLES, example: 'reporter' })
  role!: Role;

  static read(bytes: Uint8Array): DemoRole {
    return Object.assign(new DemoRole(), readFields(bytes, { role: oneOf(ROLES) }));
  }
}
