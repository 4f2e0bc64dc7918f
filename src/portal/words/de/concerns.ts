/** Reservations, in German. */
import { periodName } from './period.ts';

const de = {
  title: 'Bedenken zur Erhebung',
  sub: 'Wer koordiniert oder den Datenschutz vertritt, kann hier sagen, was gegen eine Erhebung spricht. Bezirk oder Land antworten. Alle lesen beides.',
  period: 'Zeitraum',
  periodName,
  noPeriod: 'Es gibt noch keinen Zeitraum.',
  none: 'Zu diesem Zeitraum hat niemand ein Bedenken erklärt.',
  headline: (count: number): string => (count === 1 ? 'Ein Bedenken' : `${count} Bedenken`),
  where: 'Wo',
  what: 'Bedenken',
  answer: 'Antwort',
  act: 'Tun',
  open: 'noch keine',
  land: 'das Land',
  state: 'Bedenken erklären',
  stateWhat: {
    coordinator: 'Das Bedenken gilt für Ihren Kreis und diesen Zeitraum. Es steht neben den Zahlen.',
    'protection-officer':
      'Das Bedenken gilt für das ganze Land. Freigegeben wird der Zeitraum erst, wenn das Land geantwortet hat.',
  },
  choose: 'Welches?',
  stated: 'Das Bedenken ist erklärt.',
  withdraw: 'Zurücknehmen',
  withdrawWhat: 'Das Bedenken verschwindet aus der Liste. Im Protokoll bleibt es stehen.',
  withdrawn: 'Das Bedenken ist zurückgenommen.',
  respond: 'Antworten',
  respondWhat: 'Die Antwort steht danach fest und ist für alle zu lesen.',
  response: 'Ihre Antwort',
  norm: 'Rechtsgrundlage',
  responded: 'Die Antwort steht jetzt dort.',
  beside: (count: number): string =>
    count === 1 ? 'Zu dieser Erhebung gibt es ein Bedenken' : `Zu dieser Erhebung gibt es ${count} Bedenken`,
  toAll: 'Alle Bedenken und Antworten',
};

export type ConcernWords = typeof de;
export default de;
