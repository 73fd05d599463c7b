import { useQueries, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { packOffersQueryOptions, packTextQueryOptions } from '../api/queries';
import { codeText } from '../i18n/codes';
import { asWireError } from '../platform';
import { Failed } from '../shared/Failed';
import { BeginStep } from './BeginStep';
import styles from './NewOffice.module.css';
import { NameStep } from './NameStep';
import { chosenOf } from './offers';
import { PacksStep } from './PacksStep';
import { PersonStep } from './PersonStep';
import { SampleLink } from './SampleLink';
import { SectorStep } from './SectorStep';
import { type Step, STEPS, useStart } from './state';

/** A new office on one page: each step opens under the one before, Enter goes on, and what was said can be taken up again. */
export function NewOffice() {
  const { t } = useTranslation();
  const { data: offers = [], error, refetch } = useQuery(packOffersQueryOptions());
  const { step, sector, name, packs, person, role, goTo } = useStart();
  const chosen = chosenOf(offers, sector, packs);
  const texts = useQueries({ queries: chosen.map((id) => packTextQueryOptions(id)) });
  const pages = texts.flatMap((text) => (text.data ? [text.data] : []));
  const said: Record<Step, string> = {
    sector: sector === null ? '' : codeText('sector', sector),
    name: name.trim(),
    packs: chosen.map((id) => offers.find((offer) => offer.id === id)?.title ?? id).join(t('common.comma')),
    person: [person.trim(), role].filter(Boolean).join(' · '),
    begin: '',
  };
  const at = STEPS.indexOf(step);
  return (
    <section className={styles.flow} aria-label={t('start.create')} data-testid="new-office" data-step={step}>
      <header className={styles.head}>
        <h2>{t('start.create')}</h2>
        <SampleLink />
      </header>
      {error && <Failed error={asWireError(error)} onRetry={() => void refetch()} />}
      {STEPS.map((one, index) => (
        <div key={one} className={styles.step} data-on={one === step || undefined} data-to-come={index > at || undefined}>
          <h3>
            <i aria-hidden="true">{index < at ? '✓' : index + 1}</i>
            {t(`start.step.${one}`)}
            {index < at && (
              <>
                <span className={styles.said} title={said[one]}>
                  {said[one]}
                </span>
                <Button type="link" onClick={() => goTo(one)} data-testid={`back-to-${one}`}>
                  {t('start.change')}
                </Button>
              </>
            )}
          </h3>
          {one === step && one === 'sector' && <SectorStep offers={offers} />}
          {one === step && one === 'name' && <NameStep />}
          {one === step && one === 'packs' && <PacksStep offers={offers} chosen={chosen} pages={pages} isReading={texts.some((text) => text.isPending)} />}
          {one === step && one === 'person' && <PersonStep offers={offers} chosen={chosen} />}
          {one === step && one === 'begin' && <BeginStep offers={offers} chosen={chosen} pages={pages} />}
        </div>
      ))}
    </section>
  );
}
