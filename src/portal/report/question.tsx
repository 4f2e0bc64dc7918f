/** The one question that can save numbers: how many different children stand behind several benefits together. */
import { useState } from 'preact/hooks';
import { language, wordsOf } from '../frame/language.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import de from '../words/de/report.ts';
import en from '../words/en/report.ts';
import { readNumber } from './entry.ts';

interface QuestionProps {
  readonly union: readonly string[];
  readonly scheme: Scheme;
  /** Consultations that would be stored. */
  readonly talks: number;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly onAnswer: (typed: string) => void;
}

export function Question({ union, scheme, talks, typed, onType, onAnswer }: QuestionProps) {
  const words = wordsOf({ de, en });
  const [isTried, setTried] = useState(false);
  const names = union.map(
    (code) => scheme.benefits.find((one) => one.code === code)?.label[language.value] ?? code,
  );
  const isSound = typeof readNumber(typed) === 'number';
  return (
    <form
      class="card question"
      noValidate
      aria-labelledby="question"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (isSound) onAnswer(typed);
      }}
    >
      <h2 id="question">{words.questionTitle}</h2>
      <p>{words.question(words.and(names))}</p>
      <p class="hint">{words.questionWhy(talks)}</p>
      <Field
        id="union"
        label={words.questionField}
        value={typed}
        onInput={onType}
        numeric
        fault={isTried && !isSound ? words.fault['not-a-number'] : undefined}
      />
      <p class="buttons">
        <Button type="submit" kind="secondary">
          {words.answer}
        </Button>
        <Button kind="tertiary" onClick={() => onAnswer('skipped')}>
          {words.skip}
        </Button>
      </p>
    </form>
  );
}
