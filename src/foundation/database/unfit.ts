/** One clear sentence for whoever started Kanon: this database will not do. */
import { Told } from '../told.ts';

export class UnfitDatabase extends Told {
  override name = 'UnfitDatabase';
}
