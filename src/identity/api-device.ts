/** Tells OpenAPI that a route knows a device that came in before. */
import { ApiHeader } from '@nestjs/swagger';

/** `device` of an earlier sign-in: where a device says so, tries of others do not shut it out. */
export const ApiDevice = (): MethodDecorator =>
  ApiHeader({
    name: 'kanon-device',
    required: false,
    description:
      'Of a program: `device` of an earlier sign-in to the account, so that it has tries of its own.',
  });
