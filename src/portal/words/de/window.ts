/** A report that is open in two windows, in German. */
const de = {
  elsewhere: {
    title: 'Diese Meldung ist schon in einem anderen Fenster offen',
    text: 'Machen Sie dort weiter, oder holen Sie sie hierher. Ihre Zahlen kommen mit.',
  },
  taken: {
    title: 'Sie machen in einem anderen Fenster weiter',
    text: 'Hier wird nichts mehr geändert. Ihre Zahlen sind dort.',
  },
  take: 'Hier weitermachen',
};

export type WindowWords = typeof de;
export default de;
