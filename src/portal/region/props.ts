/** What the parts of the screen of figures hand to each other. */
import type { KanonClient } from '../../client/kanon-client.ts';
import type { RegionWords } from '../words/de/region.ts';
import type { Choice, Purpose } from './choice.ts';
import type { Figures, FiguresSource } from './load.ts';
import type { Language, ReadColumn, ReadRow } from './reading.ts';

export interface RegionPlace {
  readonly key: string;
  readonly name: string;
}

export interface RegionScreenProps {
  readonly client: KanonClient;
  readonly role: string;
  /** Regions that the account may look at, its own first. */
  readonly places: readonly RegionPlace[];
  /** Keys of released periods, newest first. */
  readonly periods: readonly string[];
  readonly choice: Choice;
  /** The address of another choice; the same page with it. */
  readonly hrefOf: (choice: Choice) => string;
  readonly go: (choice: Choice) => void;
  readonly lang: Language;
  readonly words: RegionWords;
  /** Moment of reading, ISO 8601. */
  readonly now: () => string;
}

export interface FigureProps extends RegionScreenProps {
  readonly name: string;
  readonly period: string;
  readonly figures: Figures;
  readonly source: FiguresSource;
  readonly purpose: Purpose;
  readonly again: () => void;
}

export interface ViewsProps extends FigureProps {
  readonly columns: readonly ReadColumn[];
  /** The one that is shown. */
  readonly column: ReadColumn;
  readonly rows: readonly ReadRow[];
  readonly whole: ReadRow;
  /** Periods of the time line. */
  readonly moments: readonly string[];
}
