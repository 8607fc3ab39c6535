/** Finds placeholders in a text; global, so only for `matchAll`, `split` and `replace`. */
export const placeholderPattern = /(?:callback_\d+_|_)?redacted(?:-|_(?:callback_)?)\d+[-_]\d+[a-z]+/g;
