/** What is wrong with the page as it stands and is easily overlooked in a picture; runs in the page. */
export function faultsOf() {
  const faults = [];
  const shown = (element) => {
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && getComputedStyle(element).visibility !== 'hidden';
  };
  const inSideways = (element) => {
    for (let box = element; box; box = box.parentElement) if (['auto', 'scroll'].includes(getComputedStyle(box).overflowX)) return true;
    return false;
  };
  const name = (element) => `${element.closest('[data-testid]')?.dataset.testid ?? element.tagName}: ${element.textContent.trim().slice(0, 40)}`;
  if (document.documentElement.scrollWidth > innerWidth) faults.push(`the page is ${document.documentElement.scrollWidth} wide`);
  for (const element of document.querySelectorAll('body *')) {
    if (!shown(element) || element.closest('svg, [aria-hidden=true], style')) continue;
    const style = getComputedStyle(element);
    const hasOwnText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim());
    const isCut = ['hidden', 'clip'].includes(style.overflowX) && element.scrollWidth > element.clientWidth + 1;
    if (isCut && element.textContent.trim() && !element.closest('[title]') && !element.querySelector('[title]') && style.position !== 'absolute') faults.push(`cut off, no tooltip: ${name(element)}`);
    const isHigh = style.overflowY === 'hidden' && hasOwnText && element.scrollHeight > element.clientHeight + 3 && style.webkitLineClamp === 'none';
    if (isHigh) faults.push(`cut off below: ${name(element)}`);
    const isSideways = ['auto', 'scroll'].includes(style.overflowX) && element.scrollWidth > element.clientWidth + 1;
    if (isSideways) faults.push(`scrolls sideways: ${name(element)} (${element.scrollWidth} in ${element.clientWidth})`);
    if (hasOwnText && parseFloat(style.fontSize) < 12) faults.push(`smaller than 12 px (${style.fontSize}): ${name(element)}`);
    const box = element.getBoundingClientRect();
    if (hasOwnText && box.right > innerWidth + 1 && !inSideways(element)) faults.push(`stands out at the side: ${name(element)}`);
    const scroller = ['auto', 'scroll'].includes(style.overflowY) && element.scrollHeight > element.clientHeight + 1;
    if (scroller && element.clientHeight < 90) faults.push(`a small box that scrolls (${element.clientHeight} px): ${name(element)}`);
  }
  return [...new Set(faults)].slice(0, 15);
}
