/**
 * Short everyday words with nothing in them that Roblox's text filter takes for an insult or an address; digits it
 * takes for a telephone number. 128 words, so each is seven bits of the code.
 */
const WORDS: readonly string[] = [
  ...'acorn amber anchor apple arrow autumn badge bamboo banner barley basket beach beacon berry birch'.split(
    ' ',
  ),
  ...'blanket blossom bottle branch breeze brick bridge brook bucket button cabin camel candle canoe'.split(
    ' ',
  ),
  ...'canyon carrot castle cedar cherry circle clover cloud cobalt comet copper coral cotton cradle'.split(
    ' ',
  ),
  ...'crystal daisy desert dolphin dragon eagle ember engine falcon feather fiddle flower forest'.split(' '),
  ...'fountain garden garlic ginger glacier harbor harvest hazel helmet honey horizon island ivory'.split(
    ' ',
  ),
  ...'jacket jasmine jungle kettle kitten ladder lagoon lantern lemon lily lizard maple marble meadow'.split(
    ' ',
  ),
  ...'melon mirror mountain nectar needle ocean olive orange orchard otter paddle panda pebble pepper'.split(
    ' ',
  ),
  ...'piano planet pocket pumpkin puzzle rabbit rainbow ribbon river rocket saddle saffron salmon'.split(' '),
  ...'sparrow spring summer sunset tiger timber tulip valley velvet violin wagon walnut willow window'.split(
    ' ',
  ),
  ...'winter wooden yellow zebra'.split(' '),
];
const WORDS_A_CODE = 6;

/** Six words, 42 bits. The code is no secret: it only must not stand in anybody's profile by chance. */
export function makeCode(random: () => number): string {
  return Array.from({ length: WORDS_A_CODE }, () => WORDS[Math.floor(random() * WORDS.length)]).join(' ');
}

/** Whether a profile text holds the code's letters in a row. Case, and all that is not a letter, is left aside. */
export function holdsCode(profileText: string, code: string): boolean {
  return lettersOnly(profileText).includes(lettersOnly(code));
}

function lettersOnly(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
