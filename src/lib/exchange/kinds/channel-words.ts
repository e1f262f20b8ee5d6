/** 'Face-to-face', 'telephone' and the like for the channels as they are called here. */
const otherWords: Record<string, string> = {
	telephone: 'phone',
	call: 'phone',
	'face-to-face': 'face to face',
	'in person': 'face to face',
	'e-mail': 'email',
	sms: 'SMS',
	text: 'SMS',
	online: 'web',
	website: 'web',
	post: 'letter'
};

/** A channel as a file may write it, as it is called here; anything else in small letters. */
export const channelIn = (text: string): string => otherWords[text.toLowerCase()] ?? text.toLowerCase();

/** A day as it is written in the United Kingdom, 14/03/2026, as YYYY-MM-DD; anything else as it is. */
export const dayIn = (text: string): string => text.trim().replace(/^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/, '$3-$2-$1');
