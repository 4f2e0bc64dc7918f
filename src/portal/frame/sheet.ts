/** A page brings its own style sheet, and is shown once both are there: nothing is ever seen undressed. */

const asked = new Map<string, Promise<void>>();

const fetched = (address: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = address;
    link.onload = () => resolve();
    link.onerror = () => {
      // Asked anew at the next try.
      asked.delete(address);
      link.remove();
      reject(new Error('a style sheet did not come'));
    };
    document.head.append(link);
  });

/** The file of a page once its sheet is in force. sheet  its address, as importing it gives it @throws where one of both does not come */
export async function dressed<Page>(sheet: string, page: Promise<Page>): Promise<Page> {
  const sheetThere = asked.get(sheet) ?? fetched(sheet);
  asked.set(sheet, sheetThere);
  const [there] = await Promise.all([page, sheetThere]);
  return there;
}
