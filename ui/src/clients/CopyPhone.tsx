import { useTranslation } from 'react-i18next';
import { copyText } from '../shared/copyText';
import bits from '../shared/bits.module.css';
import { showDone } from '../shared/notices';

/** Puts the number on the clipboard, for the telephone program. */
export function CopyPhone({ phone }: { phone: string }) {
  const { t } = useTranslation();
  return (
    <button type="button" className={bits.reveal} data-testid="phone-copy" onClick={() => void copyText(phone).then((isDone) => isDone && showDone(t('archive.copied')))}>
      {t('archive.copy')}
    </button>
  );
}
