import { createLocalAudioTrack, MediaDeviceFailure, type LocalAudioTrack } from 'livekit-client';
import type { Advice } from './ending.ts';

const FAULTS: { [Failure in MediaDeviceFailure]?: Advice } = {
  [MediaDeviceFailure.PermissionDenied]: {
    title: 'The browser may not use the microphone',
    text: 'Allow it for this page, by the sign at the left of the address, then check again. On a Mac, System Settings has its own list under Privacy & Security › Microphone.',
  },
  [MediaDeviceFailure.NotFound]: {
    title: 'There is no microphone',
    text: 'Connect one, or switch on the one you have, then check again.',
  },
  [MediaDeviceFailure.DeviceInUse]: {
    title: 'The microphone is in use',
    text: 'Another program holds it. Close that one, or choose another microphone, then check again.',
  },
};

const NOT_SECURE: Advice = {
  title: 'The microphone needs a secure address',
  text: 'Browsers give it only to pages of https:// and of localhost. Open the dashboard at such an address.',
};

/** Opens a microphone, which may ask the person. Never throws. @param deviceId undefined is the system's choice */
export async function openMicrophone(deviceId?: string): Promise<LocalAudioTrack | Advice> {
  if (!window.isSecureContext) return NOT_SECURE;
  try {
    return await createLocalAudioTrack(deviceId === undefined ? {} : { deviceId: { exact: deviceId } });
  } catch (error) {
    const failure = MediaDeviceFailure.getFailure(error);
    const said = error instanceof Error ? error.message : String(error);
    return (failure && FAULTS[failure]) ?? { title: 'The microphone could not be opened', text: said };
  }
}
