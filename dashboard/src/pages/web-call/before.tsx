import { Button, TextInput } from '@mantine/core';
import { IconMicrophone, IconPhone } from '@tabler/icons-react';
import type { LocalAudioTrack } from 'livekit-client';
import { useState } from 'react';
import { ApiError } from '../../api/client.ts';
import { Panel } from '../../parts/panel.tsx';
import { MicrophoneCheck } from './microphone-check.tsx';
import { Notice, RefusedByApi } from './notice.tsx';
import type { CallView } from './room/use-call.ts';
import type { Microphone } from './room/use-microphone.ts';
import css from './web-call.module.css';

type BeforeProps = {
  microphone: Microphone;
  joining: boolean;
  refusal: CallView['refusal'];
  join: (name: string, track: LocalAudioTrack) => Promise<void>;
};

/** Who calls, and whether he can be heard: the microphone is checked before the room is joined. */
export function Before({ microphone, joining, refusal, join }: BeforeProps) {
  const [name, setName] = useState('');
  const { track, fault, asking, open } = microphone;
  const next = () => void (track === undefined ? open() : join(name.trim(), track));
  return (
    <Panel title="Your call" flush>
      <form
        className={css.stack}
        onSubmit={(event) => {
          event.preventDefault();
          next();
        }}
      >
        <TextInput
          label="Your name"
          description="Optional. The agent is told it."
          value={name}
          maxLength={200}
          autoComplete="name"
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {track !== undefined && <MicrophoneCheck track={track} choose={open} />}
        {fault !== undefined && <Notice tone="danger" {...fault} />}
        {refusal instanceof ApiError ? (
          <RefusedByApi error={refusal} />
        ) : (
          refusal !== undefined && <Notice tone="danger" {...refusal} />
        )}
        {track === undefined ? (
          <Button type="submit" loading={asking} leftSection={<IconMicrophone size={16} aria-hidden />}>
            {fault === undefined ? 'Check the microphone' : 'Check again'}
          </Button>
        ) : (
          <Button type="submit" loading={joining} leftSection={<IconPhone size={16} aria-hidden />}>
            Start the call
          </Button>
        )}
        {track === undefined && fault === undefined && (
          <p className={css.small}>The browser asks whether this page may use it. Nothing is sent before you call.</p>
        )}
      </form>
    </Panel>
  );
}
