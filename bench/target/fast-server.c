/*
 * The fastest target: HTTP/1.1 on epoll, one thread, every request answered at once with the same 200 bytes of JSON, for
 * generators that a server on Node would hold back. It knows requests by what a load generator sends: heads of at most
 * 16 kB, bodies with a content-length, no delays.
 *
 *     fast-server [PORT [share]]     prints its port; `share`: several processes at one port
 *
 * Standard input is its control: each byte is answered with a line, "REQUESTS FIRST_AT_MS"; an `r` resets both. It ends
 * with its standard input.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { BUFFER = 16 * 1024, EVENTS = 512 };

struct connection {
  int fd;
  /* Bytes of a body that are still to come and mean nothing. */
  size_t skip;
  /* What has come of a request that is not whole yet. */
  size_t used;
  char *kept;
};

static char answer[512];
static size_t answer_length;
static unsigned long long requests;
static double first_at;

static double unix_ms(void) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static size_t body_length(const char *head, size_t length) {
  static const char name[] = "\r\ncontent-length:";
  const size_t name_length = sizeof name - 1;
  if (head[0] == 'G') return 0;
  for (size_t at = 0; at + name_length < length; at++) {
    if (head[at] == '\r' && strncasecmp(head + at, name, name_length) == 0) return strtoul(head + at + name_length, NULL, 10);
  }
  return 0;
}

/* Answers all whole requests at the start of the bytes; returns how many bytes those were. */
static size_t serve(struct connection *connection, const char *bytes, size_t length) {
  size_t at = 0;
  while (at < length) {
    if (connection->skip > 0) {
      size_t skipped = connection->skip < length - at ? connection->skip : length - at;
      connection->skip -= skipped;
      at += skipped;
      continue;
    }
    const char *end = memmem(bytes + at, length - at, "\r\n\r\n", 4);
    if (end == NULL) break;
    size_t head = (size_t)(end + 4 - (bytes + at));
    connection->skip = body_length(bytes + at, head);
    at += head;
    if (requests++ == 0) first_at = unix_ms();
    /* The answer is small and the client waits for it: a full socket buffer is a client that has gone. */
    if (send(connection->fd, answer, answer_length, MSG_NOSIGNAL) != (ssize_t)answer_length) return length + 1;
  }
  return at;
}

/* Returns 0 where the connection is over. */
static int readable(struct connection *connection) {
  static char shared[BUFFER];
  char *bytes = connection->kept == NULL ? shared : connection->kept;
  ssize_t got = recv(connection->fd, bytes + connection->used, BUFFER - connection->used, 0);
  if (got < 0) return errno == EAGAIN || errno == EINTR;
  if (got == 0) return 0;
  size_t length = connection->used + (size_t)got;
  size_t done = serve(connection, bytes, length);
  if (done > length) return 0;
  size_t left = length - done;
  if (left == BUFFER) return 0;
  if (left > 0 && connection->kept == NULL) {
    connection->kept = malloc(BUFFER);
    if (connection->kept == NULL) fail("malloc");
  }
  if (left > 0) memmove(connection->kept, bytes + done, left);
  else if (connection->kept != NULL) {
    free(connection->kept);
    connection->kept = NULL;
  }
  connection->used = left;
  return 1;
}

static void close_connection(struct connection *connection) {
  close(connection->fd);
  free(connection->kept);
  free(connection);
}

static int listen_on(int port, int share) {
  int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  int on = 1;
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  if (fd < 0) fail("socket");
  if (share) setsockopt(fd, SOL_SOCKET, SO_REUSEPORT, &on, sizeof on);
  if (bind(fd, (struct sockaddr *)&address, sizeof address) < 0) fail("bind");
  if (listen(fd, 16384) < 0) fail("listen");
  return fd;
}

static void control(void) {
  char commands[64];
  ssize_t got = read(STDIN_FILENO, commands, sizeof commands);
  if (got <= 0) exit(0);
  for (ssize_t at = 0; at < got; at++) {
    if (commands[at] == 'r') requests = 0, first_at = 0;
    printf("%llu %.3f\n", requests, first_at);
  }
  fflush(stdout);
}

int main(int argc, char **argv) {
  int listener = listen_on(argc > 1 ? atoi(argv[1]) : 0, argc > 2);
  struct sockaddr_in address;
  socklen_t size = sizeof address;
  struct rlimit files;
  struct epoll_event events[EVENTS];
  char body[201];
  int poll = epoll_create1(0);
  if (poll < 0) fail("epoll_create1");
  if (getrlimit(RLIMIT_NOFILE, &files) == 0) {
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
  }

  int start = snprintf(body, sizeof body, "{\"id\":7,\"name\":\"Ada\",\"token\":\"");
  memset(body + start, 'x', 198 - start);
  memcpy(body + 198, "\"}", 3);
  answer_length = (size_t)snprintf(answer, sizeof answer,
    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 200\r\n\r\n%s", body);

  getsockname(listener, (struct sockaddr *)&address, &size);
  printf("%d\n", ntohs(address.sin_port));
  fflush(stdout);
  /* A null pointer is the listener, the address of `files` the control. */
  epoll_ctl(poll, EPOLL_CTL_ADD, listener, &(struct epoll_event){.events = EPOLLIN, .data.ptr = NULL});
  epoll_ctl(poll, EPOLL_CTL_ADD, STDIN_FILENO, &(struct epoll_event){.events = EPOLLIN, .data.ptr = &files});
  for (;;) {
    int count = epoll_wait(poll, events, EVENTS, -1);
    for (int index = 0; index < count; index++) {
      struct connection *connection = events[index].data.ptr;
      if (events[index].data.ptr == &files) control();
      else if (connection != NULL) {
        if (!readable(connection)) close_connection(connection);
      } else {
        for (int fd; (fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK)) >= 0;) {
          int on = 1;
          setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
          struct connection *fresh = calloc(1, sizeof *fresh);
          if (fresh == NULL) fail("calloc");
          fresh->fd = fd;
          epoll_ctl(poll, EPOLL_CTL_ADD, fd, &(struct epoll_event){.events = EPOLLIN, .data.ptr = fresh});
        }
      }
    }
  }
}
