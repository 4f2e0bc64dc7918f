/** The report is typed into in another window; here it can be taken over. */
import { wordsOf } from '../frame/language.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import de from '../words/de/window.ts';
import en from '../words/en/window.ts';

export interface ElsewhereProps {
  readonly hold: 'elsewhere' | 'taken';
  readonly onTake: () => void;
}

export default function Elsewhere({ hold, onTake }: ElsewhereProps) {
  const words = wordsOf({ de, en });
  return (
    <div class="wrap narrow">
      <Notice kind="info" title={words[hold].title} urgent isPage>
        <p>{words[hold].text}</p>
      </Notice>
      <p class="buttons">
        <Button onClick={onTake}>{words.take}</Button>
      </p>
    </div>
  );
}
