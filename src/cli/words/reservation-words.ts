/** What `kanon reservation` says, German and English. */

const de = {
  use: 'So geht es: kanon reservation list|state|withdraw|answer --region 05111 --period 2026-Q4 --account NAME; bei state, withdraw und answer mit --code CODE, bei answer mit --answer CODE und bei BASIS_NAMED mit --norm CODE.',
  head: ['Region', 'Code', 'Bedenken', 'Antwort'],
  none: 'Zu diesem Zeitraum hat dort niemand ein Bedenken erklärt.',
  open: 'noch keine',
  stated: (region: string, code: string) => `Für ${region} steht jetzt das Bedenken ${code}.`,
  withdrawn: (region: string, code: string) => `Das Bedenken ${code} für ${region} ist zurückgenommen.`,
  answered: (region: string, code: string) => `Das Bedenken ${code} für ${region} ist beantwortet.`,
};

const en: typeof de = {
  use: 'Use: kanon reservation list|state|withdraw|answer --region 05111 --period 2026-Q4 --account NAME; state, withdraw and answer take --code CODE, answer takes --answer CODE and with BASIS_NAMED --norm CODE.',
  head: ['region', 'code', 'reservation', 'answer'],
  none: 'Nobody there has stated a reservation on this period.',
  open: 'none yet',
  stated: (region, code) => `The reservation ${code} stands for ${region} now.`,
  withdrawn: (region, code) => `The reservation ${code} for ${region} is taken back.`,
  answered: (region, code) => `The reservation ${code} for ${region} is answered.`,
};

export const RESERVATION_WORDS = { de, en };
