/** What the command line says in German where the service says no. */

/** By the code of the problem; without an entry the service's own words stand. */
export const PROBLEMS: Readonly<Record<string, string>> = {
  'bad-request': 'Der Dienst versteht die Anfrage nicht.',
  'malformed-request': 'Der Dienst versteht die Anfrage nicht.',
  'purpose-missing': 'Der Zweck fehlt; --purpose sagt, wofür die Zahlen sind.',
  'not-signed-in': 'Die Anmeldung ist abgelaufen; bitte noch einmal.',
  'sign-in-failed': 'Die Anmeldung ist fehlgeschlagen: Konto und Passwort passen nicht zusammen.',
  'second-factor-needed': 'Zum Passwort fehlt der Code des zweiten Faktors.',
  'second-factor-wrong':
    'Der Code passt nicht oder wurde schon benutzt; die App zeigt in spätestens 30 Sekunden den nächsten.',
  'second-factor-missing':
    'Diese Rolle arbeitet mit einem zweiten Faktor, und das Konto hat noch keinen: kanon factor totp richtet einen ein.',
  'step-up-needed': 'Der zweite Faktor ist zu lange her; bitte noch einmal.',
  'not-linked': 'Mit dieser Anmeldung ist noch kein Konto verknüpft.',
  'not-allowed': 'Das Konto darf das nicht. Der Versuch steht im Zugriffsprotokoll.',
  'statistics-off':
    'Zahlen der Zugriffe je Stelle gibt es erst mit Zustimmung des Personalrats; dann setzt der Betrieb KANON_LOG_STATISTICS=agreed.',
  'same-person': 'Dazu braucht es eine zweite Person.',
  'not-found': 'Dazu gibt es beim Dienst nichts.',
  'not-released': 'Aus diesem Zeitraum ist noch nichts freigegeben.',
  'no-such-version': 'Eine solche Fassung gibt es nicht; ohne --version kommt die neueste.',
  'method-not-allowed': 'Der Dienst kennt diese Anfrage nicht; vielleicht ist er älter als dieser Befehl.',
  'too-many-schools':
    'Ein Konto für Meldungen hat höchstens zwei Schulen. Für mehr: je Fachkraft ein eigenes Konto, oder eines mit der Rolle provider für einen Träger mit Vertrag.',
  'participation-kept': 'Die Teilnahme dieser Schule an diesem Zeitraum bleibt, wie sie ist.',
  'revision-changed':
    'Inzwischen steht dort eine andere Fassung; gespeichert wurde nichts. kanon status --school nennt ihr ETag für --if-match.',
  'revision-needed':
    'Für diese Schule hat ein anderes Konto gemeldet; gespeichert wurde nichts. kanon status --school nennt das ETag für --if-match.',
  'request-timeout': 'Die Anfrage kam zu langsam an; bitte noch einmal.',
  'too-large': 'Die Meldung ist zu groß.',
  'unsupported-type': 'Der Dienst nimmt diese Form der Meldung nicht an.',
  'unsupported-coding':
    'Der Dienst nimmt nichts Komprimiertes an; vielleicht packt etwas auf dem Weg dorthin.',
  'headers-too-large':
    'Adresse und Kopfzeilen sind dem Dienst zu lang; vielleicht setzt etwas auf dem Weg dorthin welche dazu.',
  'confirmation-needed':
    'Etwas an der Meldung ist ungewöhnlich und muss bestätigt werden; gespeichert wurde nichts.',
  'confirmation-refused':
    'Die Bestätigung gehört nicht zu dieser Meldung, oder ihre zehn Minuten sind um; gespeichert wurde nichts. Bitte noch einmal abgeben.',
  'report-refused': 'Die Meldung wurde abgelehnt; gespeichert wurde nichts.',
  'import-refused': 'Die Liste wurde abgelehnt; eingelesen wurde nichts.',
  'invitations-refused': 'Die Einladungen wurden abgelehnt; kein Konto wurde angelegt.',
  'busy-signing-in': 'Gerade melden sich zu viele auf einmal an; bitte gleich noch einmal.',
  'too-many-requests': 'Zu viele Anfragen auf einmal.',
  'too-many-sign-ins': 'Zu viele Versuche sind misslungen.',
  internal: 'Beim Dienst ist etwas fehlgeschlagen; halb gespeichert wurde nichts.',
  'cosignature-refused': 'Der Dienst nimmt diese Mitzeichnung nicht an.',
  'busy-witnessing': 'Gerade fragen zu viele Zeugen auf einmal; bitte gleich noch einmal.',
  'answer-too-large': 'Die Antwort ist zu groß; bitte einen kleineren Teil abfragen.',
  unavailable: 'Der Dienst kann gerade nichts lesen oder speichern; bitte gleich noch einmal.',
  'not-reading': 'Die Datenbank des Dienstes antwortet nicht; bitte gleich noch einmal.',
  'not-writing': 'Die Datenbank des Dienstes speichert gerade nichts; bitte später noch einmal.',
  stopping: 'Der Dienst wird gerade beendet; bitte gleich noch einmal.',
  'outcome-unknown':
    'Die Verbindung brach beim Speichern ab. kanon status --school zeigt, was jetzt dort steht.',
};
