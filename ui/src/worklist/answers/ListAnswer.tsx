import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readingsQueryOptions, staffListQueryOptions } from '../../api/queries';
import { isIme } from '../../shared/ime';
import type { Move } from '../../shared/questions';
import { type Sounds, soundsLike } from '../../shared/sounds';

type Props = {
  label: string;
  value: string;
  testId: string;
  placeholder: string;
  options: { value: string; label: string }[];
  onChange: (value: string) => void;
  onMove: (from: Element, move: Move) => void;
};

/** A drop-down that is filtered by characters, by sound and by initials; choosing moves on. */
export function ListAnswer({ label, value, testId, placeholder, options, onChange, onMove }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const texts = options.map((option) => option.label);
  const { data } = useQuery(readingsQueryOptions(texts));
  const sounds = new Map<string, Sounds>(texts.map((text, index) => [text, data?.[index]?.characters ?? []]));
  // Enter goes on as everywhere; what is typed, or an arrow, opens the list, and there Enter chooses.
  const onKeyDown = (event: KeyboardEvent) => {
    if (isIme(event) || event.key !== 'Enter' || event.ctrlKey || isOpen) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(event.currentTarget, event.shiftKey ? 'before' : 'next');
  };
  return (
    <div ref={box} onKeyDownCapture={onKeyDown}>
      <Select
        open={isOpen}
        onOpenChange={setOpen}
        style={{ width: '100%' }}
        aria-label={label}
        data-testid={testId}
        showSearch={{ filterOption: (typed, option) => soundsLike(typed, String(option?.label ?? ''), sounds.get(String(option?.label ?? ''))) }}
        placeholder={placeholder}
        value={value || undefined}
        options={options}
        onChange={(chosen: string) => {
          onChange(chosen);
          if (box.current) onMove(box.current, 'onward');
        }}
      />
    </div>
  );
}

type StaffProps = Omit<Props, 'options' | 'placeholder'>;

/** A person of the office. */
export function StaffAnswer(props: StaffProps) {
  const { t } = useTranslation();
  const { data: staff = [] } = useQuery(staffListQueryOptions());
  const options = staff.map((person) => ({ value: person.id, label: `${person.name} · ${person.role}` }));
  return <ListAnswer {...props} options={options} placeholder={t('sheet.pickStaff')} />;
}
