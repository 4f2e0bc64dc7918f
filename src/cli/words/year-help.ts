/** What `kanon help` says of reservations and reminders, line beside line. */

export const YEAR_HELP = {
  reservation: {
    de: 'Bedenken zu einer Erhebung: ansehen (list), erklären (state), zurücknehmen (withdraw) oder beantworten (answer)',
    en: 'reservations about a collection: read (list), state, take back (withdraw) or answer them',
  },
  reminders: {
    de: 'ob das eigene Postfach an Zeiträume erinnert wird: ansehen (show), an (on), aus (off)',
    en: 'whether the own mailbox is reminded of periods: show, on, off',
  },
  remindersWhat: { de: 'show, on oder off', en: 'show, on or off' },
  reservationWhat: { de: 'list, state, withdraw oder answer', en: 'list, state, withdraw or answer' },
  regionOfReservation: {
    de: 'Kreis, für den das Bedenken steht, oder das Land; bei list auch ein Bezirk',
    en: 'county that the reservation is for, or the Land; of list also a district',
  },
  concern: { de: 'das Bedenken', en: 'the reservation' },
  response: { de: 'die Antwort darauf', en: 'the answer to it' },
  norm: { de: 'die Rechtsgrundlage bei BASIS_NAMED', en: 'the legal basis of BASIS_NAMED' },
} as const;
