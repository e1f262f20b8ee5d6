/*
 * How wide text stands in Source Sans 3, so that lines can be broken without a browser. Advances of the printable ASCII signs,
 * space to tilde, in thousandths of the type size, measured from the type's own files (@fontsource/source-sans-3, 400 and 600).
 */
const regular =
	'200 289 426 497 497 824 609 249 303 303 418 497 249 311 249 350 497 497 497 497 497 497 497 497 497 497 249 249 497 497 497 425 847 543 588 571 615 527 494 617 652 263 479 579 486 727 647 664 566 664 569 534 536 645 515 786 513 476 539 303 350 303 497 500 542 504 553 456 555 496 292 504 544 246 247 495 255 829 547 542 555 555 347 419 338 544 467 719 446 467 425 303 241 303 497'
		.split(' ')
		.map(Number);
const strong =
	'200 315 482 513 513 841 639 275 324 324 438 513 275 322 275 344 513 513 513 513 513 513 513 513 513 513 275 275 513 513 513 444 875 558 597 576 625 538 510 628 663 282 494 597 502 745 657 674 582 674 592 545 546 655 536 800 541 501 540 324 344 324 513 500 549 516 563 462 564 507 317 520 558 262 263 522 271 843 560 549 564 564 373 431 361 556 495 748 481 495 443 324 255 324 513'
		.split(' ')
		.map(Number);
const others: Record<string, number> = { '−': 500, '–': 480, '‘': 260, '’': 260, '“': 455, '”': 455, '…': 955, '·': 255, '£': 505 };

const wide = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Extended_Pictographic}/u;
const noWidth = /\p{Mn}|\p{Cf}/u;

function advance(sign: string, isStrong: boolean): number {
	const known = (isStrong ? strong : regular)[sign.codePointAt(0)! - 32];
	if (known !== undefined && sign.length === 1) return known;
	if (noWidth.test(sign)) return 0;
	const plain = sign.normalize('NFD').charAt(0);
	if (plain !== sign.charAt(0)) return advance(plain, isStrong);
	return others[sign] ?? (wide.test(sign) ? 1000 : 600);
}

/** The width of a text, in the unit of `size`. Signs the type does not have are taken as wide ones, so lines break early, not late. */
export function textWidth(text: string, size: number, isStrong = false): number {
	let sum = 0;
	for (const sign of text) sum += advance(sign, isStrong);
	return (sum * size) / 1000;
}
