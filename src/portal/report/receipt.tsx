/** What was stored, to read and to print; the proof is folded away, and can be saved as a file. */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Schemas } from '../../client/wire.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { wordsOf } from '../frame/language.ts';
import { Button, LinkButton } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import de from '../words/de/report.ts';
import en from '../words/en/report.ts';
import { saveFile } from '../parts/save-file.ts';
import type { WipeProps } from '../tally/wipe.tsx';
import { ReportTable } from './preview.tsx';

interface ReceiptProps {
  readonly receipt: Schemas['ReportAnswer'];
  readonly scheme: Scheme;
  readonly name: string;
  readonly account: string;
}

export function Receipt({ receipt, scheme, name, account }: ReceiptProps) {
  const words = wordsOf({ de, en });
  const { stored, period, reportedAt, revisionNumber, outcome, receipt: proof } = receipt;
  const save = (): void => {
    if (proof !== null) saveFile(`kanon-${receipt.school}-${period}.jws`, proof, 'text/plain');
  };
  return (
    <div class="review">
      <h1 tabIndex={-1}>{words.receiptTitle}</h1>
      <p class="sub">
        {words.receiptText(name, words.period(period), words.moment(reportedAt ?? new Date().toISOString()))}{' '}
        {words.receiptNumber(revisionNumber ?? 1)}.
      </p>
      {outcome === 'unchanged' && <Notice kind="info" title={words.receiptUnchanged} />}
      <section class="card pad">
        <ReportTable report={stored} scheme={scheme} />
      </section>
      <TallyOver account={account} school={receipt.school} period={period} />
      {proof !== null && (
        <details class="card pad no-print">
          <summary>{words.proof}</summary>
          <p>{words.proofText}</p>
          <p>
            <Button kind="secondary" onClick={save}>
              {words.proofSave}
            </Button>
          </p>
          <p class="jws">{proof}</p>
        </details>
      )}
      <p class="buttons no-print">
        <LinkButton href="/">{words.done}</LinkButton>
        <Button kind="secondary" onClick={() => print()}>
          {words.print}
        </Button>
      </p>
    </div>
  );
}

/** Asks what becomes of the tally behind the report; its file comes only now, and where it does not, nothing is wiped. */
function TallyOver(props: WipeProps) {
  const [loaded, setLoaded] = useState<ComponentType<WipeProps>>();
  useEffect(() => {
    import('../tally/wipe.tsx').then(
      ({ Wipe }) => setLoaded(() => Wipe),
      () => undefined,
    );
  }, []);
  const Component = loaded;
  return Component ? <Component {...props} /> : null;
}
