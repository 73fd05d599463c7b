import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { PackOffer, PackText } from '../platform/bindings';
import { isIme } from '../shared/ime';
import styles from './NewOffice.module.css';
import { blanksOf, groupsOf } from './offers';
import { OpenParams } from './OpenParams';
import { StepFoot } from './StepFoot';
import { useStart } from './state';

type Props = { offers: PackOffer[]; chosen: string[]; pages: PackText[]; isReading: boolean };

/** Which policies, several side by side; and what they leave to the office. */
export function PacksStep({ offers, chosen, pages, isReading }: Props) {
  const { t } = useTranslation();
  const { sector, values, set, onward } = useStart();
  const body = useRef<HTMLDivElement>(null);
  const [isTried, setTried] = useState(false);
  const [open, setOpen] = useState<string[]>([]);
  const groups = groupsOf(offers, sector ?? '');
  const toggle = (id: string) => set({ packs: chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id] });
  const goOn = () => {
    // Shown at once, so that the focus finds what is missing.
    flushSync(() => setTried(true));
    if (chosen.length > 0 && !isReading && pages.every((page) => blanksOf(page.params, values[page.brief.id]).length === 0)) onward();
    else body.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  };
  const folded = (['generic', 'others'] as const).filter((group) => groups[group].length > 0);
  const row = (offer: PackOffer, isFirst: boolean) => (
    <Offer key={offer.id} offer={offer} isOn={chosen.includes(offer.id)} takesFocus={isFirst} onToggle={() => toggle(offer.id)} />
  );
  return (
    <div
      ref={body}
      className={styles.body}
      onKeyDown={(event) => {
        // Enter goes on from the boxes and the fields; on buttons it is theirs.
        if (isIme(event) || event.key !== 'Enter' || event.target instanceof HTMLButtonElement) return;
        event.preventDefault();
        goOn();
      }}
    >
      <div className={styles.packs} data-testid="offers">
        {groups.own.map((offer, index) => row(offer, index === 0))}
        {folded.map((group) => (
          <div key={group}>
            <button
              type="button"
              className={styles.fold}
              aria-expanded={open.includes(group)}
              data-testid={`offers-${group}`}
              onClick={() => setOpen(open.includes(group) ? open.filter((other) => other !== group) : [...open, group])}
            >
              {open.includes(group) ? '▾' : '▸'} {t(`start.${group}`, { count: groups[group].length })}
            </button>
            {open.includes(group) && groups[group].map((offer) => row(offer, false))}
          </div>
        ))}
      </div>
      {isTried && chosen.length === 0 && (
        <p className={styles.error} role="alert">
          {t('start.packsNeeded')}
        </p>
      )}
      {pages.map((page) => (
        <OpenParams key={page.brief.id} page={page} showsTitle={pages.length > 1} isTried={isTried} />
      ))}
      <StepFoot onOnward={goOn} />
    </div>
  );
}

type OfferProps = { offer: PackOffer; isOn: boolean; takesFocus: boolean; onToggle: () => void };

function Offer({ offer, isOn, takesFocus, onToggle }: OfferProps) {
  const { t } = useTranslation();
  return (
    <label className={styles.offer} data-on={isOn || undefined}>
      <input type="checkbox" autoFocus={takesFocus} checked={isOn} onChange={onToggle} data-testid={`choose-pack-${offer.id}`} />
      <span>
        <strong>{offer.title}</strong>
        {offer.recommended && <em>{t('start.recommended')}</em>}
        {offer.blanks > 0 && <em data-warn>{t('start.blanks', { count: offer.blanks })}</em>}
        <small className={styles.asks}>{offer.line}</small>
      </span>
      <small className={styles.clauses}>
        {t('start.clauses', { runs: offer.runs, asks: offer.asks, shows: offer.shows })}
        <br />
        {offer.id}
      </small>
    </label>
  );
}
