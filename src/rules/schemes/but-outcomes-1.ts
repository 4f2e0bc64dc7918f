/** What was granted of the seven benefits, by the bodies that grant them; offices report it beside any survey of counselling. */
import type { OutcomeScheme } from '../scheme.ts';
import {
  AUSFLUG,
  BEFOERDERUNG,
  KLASSENFAHRT,
  LERNFOERDERUNG,
  MITTAG,
  SCHULBEDARF,
  TEILHABE,
} from './but-benefits.ts';

export const BUT_OUTCOMES_1: OutcomeScheme = {
  code: 'but-outcomes',
  version: 1,
  validFrom: '2026-01-01',
  validTo: null,
  benefits: [AUSFLUG, KLASSENFAHRT, SCHULBEDARF, BEFOERDERUNG, LERNFOERDERUNG, MITTAG, TEILHABE],
  bodies: [
    {
      code: 'SGB2',
      label: { de: 'Bürgergeld (§ 28 SGB II)', en: 'Citizen’s benefit (§ 28 SGB II)' },
      office: { de: 'Jobcenter', en: 'Job centre' },
    },
    {
      code: 'SGB12',
      label: { de: 'Sozialhilfe (§ 34 SGB XII)', en: 'Social assistance (§ 34 SGB XII)' },
      office: { de: 'Sozialamt', en: 'Social welfare office' },
    },
    {
      code: 'ASYLBLG',
      label: { de: 'Asylbewerberleistungen (§ 3 AsylbLG)', en: 'Asylum seekers’ benefits (§ 3 AsylbLG)' },
      office: { de: 'Sozialamt', en: 'Social welfare office' },
    },
    {
      code: 'BKGG',
      label: {
        de: 'Kinderzuschlag und Wohngeld (§ 6b BKGG)',
        en: 'Child supplement and housing benefit (§ 6b BKGG)',
      },
      office: { de: 'Kreis, Stadt oder Familienkasse', en: 'County, city or family benefits office' },
    },
  ],
};
