import { useTranslation } from 'react-i18next';
import type { MatterKinds, MatterPage } from '../platform/bindings';
import { Facts } from '../shared/Facts';

/** What is known of a matter: only what says something. */
export function MatterFacts({ page, kinds }: { page: MatterPage; kinds: MatterKinds | undefined }) {
  const { t } = useTranslation();
  const { row } = page;
  const severity = kinds?.severities.find((known) => known.label === row.severity)?.value;
  const facts = [
    { label: t('matters.severity'), value: severity ?? '' },
    { label: t('matters.handler'), value: row.handler ?? '' },
    { label: t('matters.department'), value: row.department ?? '' },
    ...page.fields.map(({ field, text }) => ({ label: field.label, value: text })),
  ];
  return <Facts facts={facts.filter((fact) => fact.value !== '')} />;
}
