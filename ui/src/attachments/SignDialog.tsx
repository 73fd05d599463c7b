import { Button, Modal } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import SignaturePad from 'signature_pad';
import { useWrite } from '../api/writes';
import type { TaskAnswers } from '../platform/bindings';
import { Failed } from '../shared/Failed';
import { isIme } from '../shared/ime';
import { useFocusReturns } from '../shared/overlays';
import styles from './attachments.module.css';

/** Ink on paper, in the light as in the dark. */
const INK = '#14211d';

type Props = { title: string; answers: TaskAnswers; onClose: () => void; onSigned: (signature: string) => void };

/** The client signs with mouse, pen or finger. Kept are the picture, the strokes, the time, and what was signed. */
export function SignDialog({ title, answers, onClose, onSigned }: Props) {
  const { t } = useTranslation();
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignaturePad | null>(null);
  const [isEmpty, setEmpty] = useState(true);
  const sign = useWrite('sign', { failureShownHere: true });
  useFocusReturns();

  useEffect(() => {
    const paper = canvas.current;
    if (!paper) return undefined;
    // As many points as the screen has, or the picture would be blurred on paper.
    const scale = Math.max(window.devicePixelRatio || 1, 2);
    paper.width = paper.offsetWidth * scale;
    paper.height = paper.offsetHeight * scale;
    paper.getContext('2d')?.scale(scale, scale);
    const made = new SignaturePad(paper, { penColor: INK, minWidth: 1, maxWidth: 3 });
    const look = () => setEmpty(made.isEmpty());
    made.addEventListener('endStroke', look);
    pad.current = made;
    // antd gives the focus to the cross first.
    const timer = setTimeout(() => paper.focus());
    return () => {
      clearTimeout(timer);
      made.removeEventListener('endStroke', look);
      made.off();
    };
  }, []);

  const clear = () => {
    pad.current?.clear();
    setEmpty(true);
  };
  const takeBack = () => {
    const strokes = pad.current?.toData().slice(0, -1) ?? [];
    pad.current?.fromData(strokes);
    setEmpty(strokes.length === 0);
  };
  const confirm = () => {
    if (isEmpty || sign.isPending || !pad.current) return;
    const png = pad.current.toDataURL('image/png').split(',')[1] ?? '';
    sign.mutate(
      { answers, png, strokes: pad.current.toData().map((stroke) => stroke.points) },
      {
        onSuccess: ({ attachment }) => {
          onSigned(attachment.id);
          onClose();
        },
      },
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isIme(event) || !event.ctrlKey) return;
    if (event.key === 'Enter') confirm();
    else if (event.key.toLowerCase() === 'z') takeBack();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Modal
      open
      title={title}
      width={760}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={takeBack} disabled={isEmpty} data-testid="sign-back">
            {t('attachments.signBack')} Ctrl Z
          </Button>
          <Button onClick={clear} disabled={isEmpty} data-testid="sign-clear">
            {t('attachments.signClear')}
          </Button>
          <Button type="primary" onClick={confirm} disabled={isEmpty} loading={sign.isPending} data-testid="sign-ok">
            {t('attachments.signOk')} Ctrl ↵
          </Button>
        </>
      }
    >
      <div className={styles.sheet} onKeyDown={onKeyDown}>
        <p className={styles.about}>{t('attachments.signAbout')}</p>
        <canvas ref={canvas} className={styles.pad} tabIndex={0} aria-label={t('attachments.signHere')} data-testid="sign-pad" />
        {sign.error && <Failed error={sign.error} />}
      </div>
    </Modal>
  );
}
