/** The screen of the report, in German. */
import { periodName } from './period.ts';

const de = {
  locale: 'de-DE',
  period: periodName,
  title: (period: string): string => `Beratungen im ${period}`,
  sub: 'Tragen Sie nur Anzahlen ein. Namen oder Fälle werden nirgends erfasst.',
  until: (day: string): string => `Abgabe bis ${day}`,
  entry: 'Wie viele Kinder, wie viele Beratungen?',
  keys: 'Eingabetaste: nächstes Feld',
  benefit: 'Leistung',
  pupils: 'Kinder',
  consultations: 'Beratungen',
  pupilsHelp: 'Kinder: jedes Kind einmal je Leistung. Beratungen: alle Gespräche zu dieser Leistung.',
  nothing: 'Nichts zu melden',
  nothingHelp: 'Trägt überall 0 ein.',
  undo: 'Rückgängig',
  state: {
    empty: 'fehlt noch',
    half: 'fehlt noch',
    fault: 'bitte prüfen',
    none: 'niemand',
    small: (k: number): string => `unter ${k}`,
    alone: 'steht allein',
    pooled: 'gemeinsame Zahl',
    withheld: 'bleibt an der Schule',
  },
  fault: {
    'not-a-number': 'Bitte eine ganze Zahl ohne Punkt und Komma eintragen.',
    'fewer-consultations': 'Es können nicht weniger Beratungen als Kinder sein.',
    'one-zero': 'Beratungen ohne Kinder kann es nicht geben.',
  },
  preview: 'So wird gespeichert',
  notSent: 'noch nicht gesendet',
  together: 'zusammen',
  home: 'bleibt hier',
  none: 'niemand',
  open: (count: number): string => (count === 1 ? '1 Zeile fehlt noch.' : `${count} Zeilen fehlen noch.`),
  ready: 'Alle Zeilen sind ausgefüllt.',
  sumAlone: (count: number): string => (count === 1 ? 'Leistung steht allein' : 'Leistungen stehen allein'),
  sumPooled: (count: number): string =>
    count === 1 ? 'Leistung in der gemeinsamen Zahl' : 'Leistungen in der gemeinsamen Zahl',
  sumHome: (count: number): string =>
    count === 1 ? 'Leistung bleibt an der Schule' : 'Leistungen bleiben an der Schule',
  sumNone: (count: number): string =>
    count === 1 ? 'Leistung, nach der niemand fragte' : 'Leistungen, nach denen niemand fragte',
  why: 'Warum?',
  whyOf: (label: string): string => `Warum? ${label}`,
  whyHint: 'Wählen Sie eine Zeile. Dann steht hier, warum sie so gespeichert wird.',
  whySmall: (pupils: number, k: number): string =>
    pupils === 1
      ? `1 Kind ist weniger als ${k}. So eine Zahl könnte auf das eine Kind hinweisen.`
      : `${pupils} Kinder sind weniger als ${k}. So wenige könnten auf einzelne Kinder hinweisen.`,
  whyAlone: (pupils: number, k: number): string =>
    `${pupils} Kinder sind mindestens ${k}. Die Zahl darf allein stehen.`,
  whyNone: 'Danach hat niemand gefragt. Eine Null darf gespeichert werden.',
  whyOpen: 'Ob sie in einer gemeinsamen Zahl steht, zeigt sich, wenn alle Zeilen ausgefüllt sind.',
  whyPooled: (union: number, names: string): string =>
    `Zusammen mit ${names} sind es ${union} verschiedene Kinder. Gespeichert wird nur diese gemeinsame Zahl.`,
  whyTalks: (sum: string, total: number): string =>
    `Die Beratungen werden zusammengezählt: ${sum} = ${total}.`,
  questionTitle: 'Eine Frage, die Zahlen rettet',
  question: (names: string): string => `Wie viele verschiedene Kinder waren es insgesamt bei: ${names}?`,
  questionWhy: (talks: number): string =>
    talks === 1
      ? 'Passt die Zahl, so wird 1 Beratung gespeichert, die sonst an der Schule bleibt.'
      : `Passt die Zahl, so werden ${talks} Beratungen gespeichert, die sonst an der Schule bleiben.`,
  questionField: 'Verschiedene Kinder zusammen',
  skip: 'Weiß ich nicht',
  answer: 'Übernehmen',
  answered: 'Verschiedene Kinder zusammen',
  answerAgain: 'Antwort ändern',
  kept: 'Was Sie eintragen, wird auf diesem Gerät gesichert, verschlüsselt. Nach dem Abmelden ist es gesperrt und nach dem Anmelden wieder da. Richtet jemand anderes Ihren Zugang neu ein, lässt es sich nicht mehr öffnen.',
  notKept: 'Ihre Zahlen werden hier gerade nicht gesichert',
  notKeptText: 'Sie können weiterarbeiten und senden. Laden Sie die Seite bis dahin nicht neu.',
  lost: 'Ein früherer Entwurf lässt sich nicht mehr öffnen',
  lostText: 'Ihr Zugang wurde neu eingerichtet. Das schützt Ihre Zahlen. Bitte tragen Sie sie neu ein.',
  filled: (done: number, all: number): string => `${done} von ${all} Zeilen ausgefüllt`,
  check: 'Prüfen und senden',
  notYet: 'Noch nicht fertig',
  notYetText: 'Bitte füllen Sie diese Zeilen aus. Wenn niemand gefragt hat, tragen Sie 0 ein.',
  reviewTitle: 'Stimmt alles?',
  reviewText: 'Genau das wird gespeichert. Ihre kleinen Zahlen verlassen dieses Gerät nicht.',
  confirmTitle: 'Das ist ungewöhnlich. Stimmt das?',
  confirmYes: 'Ja, das stimmt',
  waiting: 'Noch nicht gesendet',
  waitingText:
    'Der Dienst antwortet nicht. Ihre Meldung wartet auf diesem Gerät. Sobald die Verbindung wieder da ist, sehen Sie hier noch einmal, was gesendet wird, und senden selbst.',
  waitingAgain: 'Noch einmal versuchen',
  back: 'Zurück zu den Zahlen',
  send: 'Jetzt senden',
  sendCorrection: 'Berichtigung senden',
  sending: 'Wird gesendet …',
  conflictTitle: 'Inzwischen wurde schon gemeldet',
  conflictText:
    'An einem anderen Gerät oder von einem anderen Konto. Ihre Zahlen sind noch hier, und nichts wurde überschrieben.',
  conflictSee: 'Stand vom',
  conflictReplace: 'Meine Zahlen an die Stelle setzen',
  correction: 'Hier wurde schon gemeldet.',
  correctionText: (when: string): string =>
    `Gemeldet am ${when}. Senden Sie neue Zahlen, so ersetzen diese die alten ganz.`,
  returned: 'Die Meldung kam zurück',
  storedNow: 'Was jetzt gespeichert ist',
  receiptTitle: 'Gespeichert. Vielen Dank!',
  receiptText: (name: string, period: string, when: string): string =>
    `${name}, ${period}, gespeichert am ${when}.`,
  receiptUnchanged: 'Dieselbe Meldung stand schon da. Geändert hat sich nichts.',
  receiptNumber: (count: number): string => (count === 1 ? 'Erste Meldung' : `${count}. Fassung`),
  proof: 'Beleg zum Aufheben',
  proofText: 'Mit diesem Beleg können Sie später zeigen, was Sie gemeldet haben. Bewahren Sie ihn auf.',
  proofSave: 'Beleg speichern',
  print: 'Drucken',
  done: 'Zur Übersicht',
  stale: 'Der Dienst würde etwas anderes speichern als hier steht. Bitte laden Sie die Seite neu.',
  closed: 'Dieser Zeitraum nimmt keine Meldungen an.',
  and: (labels: readonly string[]): string =>
    [labels.slice(0, -1).join(', '), ...labels.slice(-1)].filter((part) => part !== '').join(' und '),
  moment: (iso: string): string =>
    new Intl.DateTimeFormat('de-DE', { dateStyle: 'long', timeStyle: 'short' }).format(new Date(iso)),
  day: (iso: string): string =>
    new Intl.DateTimeFormat('de-DE', { day: 'numeric', month: 'long', year: 'numeric' }).format(
      new Date(iso),
    ),
};

export type ReportWords = typeof de;
export default de;
