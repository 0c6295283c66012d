export default [
  {
    method: 'GET',
    path: '/login',
    onResponse: (status, body, context) => {
      if (status === 200) context.token = JSON.parse(body).token;
    },
  },
  {
    method: 'GET',
    path: '/me',
    setupRequest: (request, context) => ({
      ...request,
      headers: { ...request.headers, authorization: `Bearer ${context.token}` },
    }),
  },
];
