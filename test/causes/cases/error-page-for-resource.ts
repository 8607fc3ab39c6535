import { page } from '../answers';
import type { CauseCase } from '../case';

export const errorPageForResource: CauseCase = {
  cause: 'error-page-for-resource',
  title: 'An image is blocked by ORB',
  why: 'The image server answers with an error in HTML and nosniff.',
  sources: ['weserv/images#437', 'annevk/orb#43', 'openpitrix/dashboard#213'],
  server: 'imitated',
  twin: { differs: 'The error has a picture as its body, so nothing is blocked.', cause: null },
  fix: 'The URL of an image that exists.',
  origins: { page: 'blog.photos', images: 'images.weserve' },
  page: 'page:/',
  row: { at: 'images:/?url=old', outcome: 'blocked' },
  works: ({ image }) => image === 'load',
  servers: {
    page: (_, { at, variant }) =>
      page(
        `const image = new Image();
        image.onload = image.onerror = ({ type }) => { window.result = { image: type }; };
        image.src = '${at('images', variant === 'fix' ? '/?url=new' : '/?url=old')}'; document.body.append(image);`,
        { body: '<p>photos</p>' },
      ),
    images({ path }, { variant }) {
      const headers = { 'X-Content-Type-Options': 'nosniff' };
      if (variant === 'broken') {
        const body = '<!doctype html><title>404</title>Not found';
        return { status: 404, headers: { ...headers, 'Content-Type': 'text/html' }, body };
      }
      return {
        status: path === '/?url=new' ? 200 : 404,
        headers: { ...headers, 'Content-Type': 'image/svg+xml' },
        body: '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>',
      };
    },
  },
};
