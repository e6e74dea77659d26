import { wayOutOfProvider } from '#platform/identity-provider/identity-provider.ts'
import { askableProvider, type Asking } from './ask-provider.ts'
import { signedOutAddress } from './provider.ts'

/** Where somebody signs out with the provider too; undefined where it names no address, or cannot be asked. */
export async function leaveProvider(
  asking: Asking,
  organisation: string,
): Promise<{ readonly address: string; readonly label: string } | undefined> {
  const asked = await askableProvider(asking)
  if (asked?.kind !== 'askable' || !asked.provider.isOn) return undefined
  const { named, reach, provider } = asked
  const back = signedOutAddress(asking.outside.providers, organisation)
  const way = await wayOutOfProvider(named, reach, back)
  if (way.kind === 'trouble' || way.address === undefined) return undefined
  return { address: way.address, label: provider.label }
}
