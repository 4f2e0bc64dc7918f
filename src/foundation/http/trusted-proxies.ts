/** Which addresses may say for whom they ask: proxies that the operator names (RFC 7239 §8.1). Read with the settings. */
import ipaddr from 'ipaddr.js';

/** Whether the one at this address is believed. */
export type Trust = (address: string) => boolean;

/**
 * The proxies that a list of addresses and networks names, such as `10.0.0.0/8, ::1`, parted by commas or blanks;
 * undefined where something in it is neither. An IPv4 address written as one of IPv6 (`::ffff:10.0.0.1`) is the same.
 */
export function trustIn(text: string): Trust | undefined {
  const listed = text.split(/[\s,]+/).filter((part) => part !== '');
  if (!listed.every((part) => isAddress(part) || isNetwork(part))) return undefined;
  const networks = listed.map(networkIn);
  return (address) => {
    if (!isAddress(address)) return false;
    const asked = ipaddr.process(address);
    return networks.some(([network, bits]) => asked.kind() === network.kind() && asked.match(network, bits));
  };
}

/** Names and short forms such as `10.1` are none. */
export const isAddress = (text: string): boolean =>
  ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text);

/** A network that is not the whole world. */
const isNetwork = (text: string): boolean =>
  (ipaddr.IPv4.isValidCIDRFourPartDecimal(text) || ipaddr.IPv6.isValidCIDR(text)) && !text.endsWith('/0');

function networkIn(text: string): [network: ipaddr.IPv4 | ipaddr.IPv6, bits: number] {
  if (!text.includes('/')) {
    const address = ipaddr.process(text);
    return [address, address.kind() === 'ipv4' ? 32 : 128];
  }
  const [network, bits] = ipaddr.parseCIDR(text);
  const isMapped = network instanceof ipaddr.IPv6 && network.isIPv4MappedAddress() && bits >= 96;
  return isMapped ? [network.toIPv4Address(), bits - 96] : [network, bits];
}
