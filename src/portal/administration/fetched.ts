/** What a room shows, fetched when it opens and again after each act. */
import { useEffect, useState } from 'preact/hooks';
import { toldOf, type Told } from '../parts/failure.ts';

export interface Fetched<Found> {
  readonly found: Found | undefined;
  readonly failed: Told | undefined;
  readonly look: () => void;
}

export function useFetched<Found>(fetching: () => Promise<Found>): Fetched<Found> {
  const [found, setFound] = useState<Found>();
  const [failed, setFailed] = useState<Told>();
  const look = (): void => {
    fetching().then(
      (next) => {
        setFound(next);
        setFailed(undefined);
      },
      (error: unknown) => setFailed(toldOf(error)),
    );
  };
  useEffect(look, []);
  return { found, failed, look };
}
