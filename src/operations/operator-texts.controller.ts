/** What whoever runs the service has to publish, for everybody. */
import { Controller, Get, Inject, type OnModuleInit } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Open } from '../access/act.ts';
import { type OperatorText, readOperatorTexts } from '../foundation/operator-texts.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { OperatorTextList } from './operator-texts.dto.ts';

@ApiTags('service')
@Controller('v1/texts')
export class OperatorTextsController implements OnModuleInit {
  private texts: readonly OperatorText[] = [];

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  async onModuleInit(): Promise<void> {
    this.texts = await readOperatorTexts(this.settings.texts);
  }

  /** Imprint, privacy notice, accessibility statement and whom to ask, as the operator wrote them; those that there are. */
  @Get()
  @Open('what an operator has to publish is for everybody')
  list(): OperatorTextList {
    return { texts: this.texts.map((text) => ({ ...text })) };
  }
}
