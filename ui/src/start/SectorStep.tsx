import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { codeText } from '../i18n/codes';
import type { PackOffer } from '../platform/bindings';
import { isIme, isTextField } from '../shared/ime';
import styles from './NewOffice.module.css';
import { sectorsOf } from './offers';
import { useStart } from './state';

/** So many sectors stand side by side. */
const COLUMNS = 4;
const STEPS_OF: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: COLUMNS, ArrowUp: -COLUMNS };

/** Which trade: a click, or arrows and Enter, chooses and goes on. */
export function SectorStep({ offers }: { offers: PackOffer[] }) {
  const { t } = useTranslation();
  const { sector, chooseSector, onward } = useStart();
  const grid = useRef<HTMLDivElement>(null);
  const sectors = sectorsOf(offers);
  const isThere = sectors.length > 0;
  useEffect(() => {
    // Who is typing already is not interrupted.
    if (isThere && !isTextField(document.activeElement)) grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
  }, [isThere]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS_OF[event.key];
    if (isIme(event) || step === undefined) return;
    const tiles = [...(grid.current?.querySelectorAll<HTMLElement>('[role=radio]') ?? [])];
    tiles[tiles.indexOf(document.activeElement as HTMLElement) + step]?.focus();
    event.preventDefault();
  };
  return (
    <div ref={grid} role="radiogroup" aria-label={t('start.step.sector')} className={styles.sectors} onKeyDown={onKeyDown}>
        {sectors.map((code, index) => (
          <button
            key={code}
            type="button"
            role="radio"
            aria-checked={code === sector}
            tabIndex={sector === null ? (index === 0 ? 0 : -1) : code === sector ? 0 : -1}
            data-testid={`sector-${code}`}
            onClick={() => {
              chooseSector(code);
              onward();
            }}
          >
            <strong>{codeText('sector', code)}</strong>
            <small>{codeText('sectorAbout', code)}</small>
          </button>
        ))}
    </div>
  );
}
