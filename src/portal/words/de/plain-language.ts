/** Leichte Sprache: short sentences, common words, long words parted by a point in the middle. */
const text = {
  title: 'Kanon in Leichter Sprache',
  parts: [
    [
      'Was ist Kanon?',
      [
        'Kanon ist eine Seite im Internet.',
        'Die Seite sammelt Zahlen aus Schulen.',
        'Die Zahlen sagen:',
        'Wie oft haben Menschen in der Schule um Hilfe gefragt?',
        'Es geht um Geld für Bildung und Teilhabe.',
      ],
    ],
    [
      'Was ist Bildung und Teilhabe?',
      [
        'Manche Familien haben wenig Geld.',
        'Ihre Kinder können Hilfe bekommen.',
        'Zum Beispiel für:',
        'Mittag·essen, Ausflüge, Klassen·fahrten, Nach·hilfe, Bus und Bahn, Schul·sachen, Sport·verein.',
        'In der Schule arbeiten Menschen, die dazu beraten.',
      ],
    ],
    [
      'Was steht in Kanon?',
      [
        'In Kanon stehen nur Zahlen.',
        'In Kanon steht kein Name.',
        'In Kanon steht nicht, was ein Kind erzählt hat.',
        'Kleine Zahlen werden geschützt.',
        'Das heißt: Man sieht sie nicht.',
        'So kann niemand ein Kind erkennen.',
      ],
    ],
    [
      'Wer sieht die Zahlen?',
      [
        'Die Schule sieht ihre eigenen Zahlen.',
        'Ämter sehen nur Zahlen von vielen Schulen zusammen.',
        'Zwei Menschen prüfen vorher:',
        'Sind die Zahlen gut geschützt?',
        'Kanon schreibt auf, wer die Zahlen angesehen hat.',
      ],
    ],
    [
      'So benutzen Sie die Seite',
      [
        'Auf der ersten Seite steht: Anmelden.',
        'Dafür brauchen Sie ein Konto und ein Pass·wort.',
        'Nur wer in einer Schule oder in einem Amt arbeitet, hat ein Konto.',
        'Unten auf jeder Seite steht: Hilfe.',
        'Dort finden Sie mehr. Die Hilfe ist in Alltags·sprache.',
      ],
    ],
    [
      'Haben Sie eine Frage?',
      [
        'Sie verstehen etwas nicht?',
        'Oder etwas auf der Seite geht nicht?',
        'Fragen Sie die Menschen, die Ihr Konto gemacht haben.',
      ],
    ],
  ] as readonly (readonly [string, readonly string[]])[],
  back: 'Zur ersten Seite',
};

export default text;
