import { Button } from 'antd';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PaperDialog } from '../paper/PaperDialog';
import type { MatterPage } from '../platform/bindings';
import { isIme } from '../shared/ime';
import { Kbd } from '../shared/Kbd';
import { isCovered } from '../shared/overlays';

/** 登记单: the matter on paper, by the button or Ctrl+P. */
export function MatterPaper({ page }: { page: MatterPage }) {
  const { t } = useTranslation();
  const [isPrinting, setPrinting] = useState(false);
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (isIme(event) || !event.ctrlKey || event.shiftKey || event.key.toLowerCase() !== 'p' || isCovered()) return;
    event.preventDefault();
    setPrinting(true);
  });
  useEffect(() => {
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  const { matter } = page.row;
  const name = t('paper.matterOf', { name: `${matter.kind_label} ${matter.no ?? ''}`.trim() });
  return (
    <>
      <Button data-testid="print-matter" onClick={() => setPrinting(true)}>
        {t('paper.matter')} <Kbd>Ctrl P</Kbd>
      </Button>
      {isPrinting && <PaperDialog title={name} fileName={name} sheets={[{ label: t('paper.matter'), print: { cmd: 'print_matter', req: { matter: matter.id } } }]} onClose={() => setPrinting(false)} />}
    </>
  );
}
