/** The width that a chart has, in pixels of the screen: so its text is never larger or smaller than all other text. */
import { useEffect, useRef, useState } from 'preact/hooks';

/** usual  before it is known, and where a browser cannot tell */
export function useWidth<E extends HTMLElement>(usual: number) {
  const box = useRef<E>(null);
  const [width, setWidth] = useState(usual);
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const watch = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.max(240, Math.floor(entry.contentRect.width)));
    });
    watch.observe(element);
    return () => {
      watch.disconnect();
    };
  }, []);
  return { box, width };
}
