/** Checks of what the service keeps for its accounts: passkeys that no browser offers any more, mails that do not go out. */
import { type DoctorCheck, type DoctorFinding, warns } from './check.ts';
import type { Surroundings } from './facts.ts';

export const ACCOUNT_CHECKS: readonly DoctorCheck[] = [
  {
    name: 'passkeys',
    judge: ({ accounts }: Surroundings): readonly DoctorFinding[] => {
      const { passkeysElsewhere: n = 0 } = accounts ?? {};
      if (n === 0) return [];
      return [
        warns(
          `Passkeys, die zu einer anderen Adresse als KANON_PUBLIC_URL gehören: ${n}. Kein Browser bietet sie hier an. Wer keinen anderen zweiten Faktor hat, braucht einen Wiederherstellungscode und richtet einen neuen Passkey ein; oder Sie kehren zur alten Adresse zurück.`,
          `Passkeys that belong to another address than KANON_PUBLIC_URL: ${n}. No browser offers them here. Whoever has no other second factor needs a recovery code and sets up a new passkey; or return to the former address.`,
        ),
      ];
    },
  },
  {
    name: 'mails',
    judge: ({ accounts }: Surroundings): readonly DoctorFinding[] => {
      const { late = 0, failed = 0, accounts: whose = [] } = accounts?.mails ?? {};
      return [
        ...(late > 0
          ? [
              warns(
                `Mails, die seit mehr als einer Viertelstunde warten: ${late}. Die Zeilen MailWaits im Log des Dienstes sagen, woran es liegt; prüfen Sie KANON_SMTP_URL und das Passwort.`,
                `Mails that have waited for more than a quarter of an hour: ${late}. The lines MailWaits in the log of the service say why; look at KANON_SMTP_URL and the password.`,
              ),
            ]
          : []),
        ...(failed > 0
          ? [
              warns(
                `Mails der letzten 30 Tage, die nicht ankamen: ${failed}. Prüfen Sie die Postfächer dieser Konten: ${whose.join(', ')}.`,
                `Mails of the last 30 days that did not arrive: ${failed}. Look at the mailboxes of these accounts: ${whose.join(', ')}.`,
              ),
            ]
          : []),
      ];
    },
  },
];
