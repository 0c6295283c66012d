/*
 * The fastest target: HTTP/1.1 on epoll, one thread, every request answered with the same 200 bytes of JSON, for
 * generators that a server on Node would hold back. It knows requests by what a load generator sends: heads of at most
 * 16 kB, bodies with a content-length.
 *
 *     fast-server [PORT] [share] [delays]     prints its port; `share`: several processes at one port
 *
 * All requests are answered at once. With `delays` those for /delay/MS are answered after that time, and those for
 * /bimodal after 2 ms, every tenth after 30 ms; how long each took is recorded, from the moment at which the kernel got
 * it off the wire (not that at which this process came to read it) to that at which the answer was handed to the kernel.
 *
 * Standard input is its control: each byte is answered with a line, "REQUESTS FIRST_AT_MS"; an `r` resets all; to a `d`
 * the line goes on with the record, " SENT_AT_S:MICROSECONDS" for each. It ends with its standard input.
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
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

enum { BUFFER = 16 * 1024, EVENTS = 512, SLOW_EVERY = 10 };

static const long long MS = 1000000, SECOND = 1000000000;

struct connection {
  int fd;
  /* Answers that are still to come; the connection may be over before. */
  int owed;
  int closed;
  /* Bytes of a body that are still to come and mean nothing. */
  size_t skip;
  /* What has come of a request that is not whole yet. */
  size_t used;
  char *kept;
};

/* An answer that is to come; all times are Unix time in ns. */
struct owed {
  long long due, arrived;
  struct connection *to;
};

struct delay {
  unsigned int second, microseconds;
};

static char answer[512];
static size_t answer_length;
static unsigned long long requests;
static double first_at;

static int delays;
static int timer;
static int bimodal;
/* A heap: each entry is due no later than those at twice its place. */
static struct owed *heap;
static size_t owed_count, owed_room;
static struct delay *record;
static size_t record_count, record_room;

static long long unix_ns(void) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  return now.tv_sec * SECOND + now.tv_nsec;
}

static void fail(const char *what) {
  perror(what);
  exit(1);
}

/* Room for one more of `count` things of a size. */
static void *grown(void *list, size_t count, size_t *room, size_t size) {
  if (count < *room) return list;
  *room = *room == 0 ? 1024 : *room * 2;
  list = realloc(list, *room * size);
  if (list == NULL) fail("realloc");
  return list;
}

static void wake_at(long long due) {
  struct itimerspec at = {.it_value = {.tv_sec = due / SECOND, .tv_nsec = due % SECOND}};
  timerfd_settime(timer, TFD_TIMER_ABSTIME, &at, NULL);
}

static void owe(struct owed one) {
  heap = grown(heap, owed_count, &owed_room, sizeof *heap);
  size_t at = owed_count++;
  for (size_t above; at > 0 && one.due < heap[above = (at - 1) / 2].due; at = above) heap[at] = heap[above];
  heap[at] = one;
  one.to->owed++;
  if (at == 0) wake_at(one.due);
}

static struct owed take_first(void) {
  struct owed first = heap[0], last = heap[--owed_count];
  size_t at = 0;
  for (size_t below; (below = 2 * at + 1) < owed_count; at = below) {
    if (below + 1 < owed_count && heap[below + 1].due < heap[below].due) below++;
    if (last.due <= heap[below].due) break;
    heap[at] = heap[below];
  }
  heap[at] = last;
  return first;
}

static void release(struct connection *connection) {
  if (!connection->closed || connection->owed > 0) return;
  free(connection->kept);
  free(connection);
}

static void answer_due(void) {
  while (owed_count > 0 && heap[0].due <= unix_ns()) {
    struct owed one = take_first();
    one.to->owed--;
    if (one.to->closed) {
      release(one.to);
      continue;
    }
    /* One that has gone in the middle of an answer is noticed when it is read. */
    if (send(one.to->fd, answer, answer_length, MSG_NOSIGNAL) != (ssize_t)answer_length) continue;
    long long now = unix_ns();
    record = grown(record, record_count, &record_room, sizeof *record);
    record[record_count++] = (struct delay){.second = now / SECOND, .microseconds = (now - one.arrived + 500) / 1000};
  }
  if (owed_count > 0) wake_at(heap[0].due);
  else timerfd_settime(timer, 0, &(struct itimerspec){0}, NULL);
}

/* In ns; 0: none. */
static long long delay_of(const char *head) {
  static const char fixed[] = "GET /delay/", two[] = "GET /bimodal";
  if (memcmp(head, fixed, sizeof fixed - 1) == 0) return atoll(head + sizeof fixed - 1) * MS;
  if (memcmp(head, two, sizeof two - 1) != 0) return 0;
  bimodal = (bimodal + 1) % SLOW_EVERY;
  return (bimodal == 0 ? 30 : 2) * MS;
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

/*
 * Answers all whole requests at the start of the bytes, which arrived at a time (0: nobody asked); returns how many
 * bytes those were.
 */
static size_t serve(struct connection *connection, const char *bytes, size_t length, long long arrived) {
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
    if (requests++ == 0) first_at = unix_ns() / 1e6;
    long long delay = delays && head >= 16 ? delay_of(end + 4 - head) : 0;
    if (delay > 0) {
      owe((struct owed){.due = arrived + delay, .arrived = arrived, .to = connection});
      continue;
    }
    /* The answer is small and the client waits for it: a full socket buffer is a client that has gone. */
    if (send(connection->fd, answer, answer_length, MSG_NOSIGNAL) != (ssize_t)answer_length) return length + 1;
  }
  return at;
}

/* Reads, and says when what it read had arrived, as the kernel knows it; of what came before it was asked to know, now. */
static ssize_t receive_at(int fd, char *bytes, size_t room, long long *arrived) {
  union {
    char bytes[CMSG_SPACE(sizeof(struct timespec))];
    struct cmsghdr align;
  } control;
  struct iovec into = {.iov_base = bytes, .iov_len = room};
  struct msghdr message = {.msg_iov = &into, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control};
  ssize_t got = recvmsg(fd, &message, 0);
  *arrived = 0;
  for (struct cmsghdr *one = got < 0 ? NULL : CMSG_FIRSTHDR(&message); one != NULL; one = CMSG_NXTHDR(&message, one)) {
    struct timespec at;
    if (one->cmsg_level != SOL_SOCKET || one->cmsg_type != SCM_TIMESTAMPNS) continue;
    memcpy(&at, CMSG_DATA(one), sizeof at);
    *arrived = at.tv_sec * SECOND + at.tv_nsec;
  }
  if (*arrived == 0) *arrived = unix_ns();
  return got;
}

/* Returns 0 where the connection is over. */
static int readable(struct connection *connection) {
  static char shared[BUFFER];
  char *bytes = connection->kept == NULL ? shared : connection->kept;
  size_t room = BUFFER - connection->used;
  long long arrived = 0;
  ssize_t got = delays ? receive_at(connection->fd, bytes + connection->used, room, &arrived)
                       : recv(connection->fd, bytes + connection->used, room, 0);
  if (got < 0) return errno == EAGAIN || errno == EINTR;
  if (got == 0) return 0;
  size_t length = connection->used + (size_t)got;
  size_t done = serve(connection, bytes, length, arrived);
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
  connection->closed = 1;
  release(connection);
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
    if (commands[at] == 'r') requests = 0, first_at = 0, record_count = 0;
    printf("%llu %.3f", requests, first_at);
    for (size_t one = 0; commands[at] == 'd' && one < record_count; one++)
      printf(" %u:%u", record[one].second, record[one].microseconds);
    putchar('\n');
  }
  fflush(stdout);
}

int main(int argc, char **argv) {
  int share = 0;
  for (int index = 2; index < argc; index++) {
    share |= strcmp(argv[index], "share") == 0;
    delays |= strcmp(argv[index], "delays") == 0;
  }
  int listener = listen_on(argc > 1 ? atoi(argv[1]) : 0, share);
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
  timer = timerfd_create(CLOCK_REALTIME, TFD_NONBLOCK);
  if (timer < 0) fail("timerfd_create");
  /* A null pointer is the listener, the address of `files` the control, that of `timer` the timer. */
  epoll_ctl(poll, EPOLL_CTL_ADD, listener, &(struct epoll_event){.events = EPOLLIN, .data.ptr = NULL});
  epoll_ctl(poll, EPOLL_CTL_ADD, STDIN_FILENO, &(struct epoll_event){.events = EPOLLIN, .data.ptr = &files});
  epoll_ctl(poll, EPOLL_CTL_ADD, timer, &(struct epoll_event){.events = EPOLLIN, .data.ptr = &timer});
  for (;;) {
    int count = epoll_wait(poll, events, EVENTS, -1);
    for (int index = 0; index < count; index++) {
      struct connection *connection = events[index].data.ptr;
      if (events[index].data.ptr == &files) control();
      else if (events[index].data.ptr == &timer) answer_due();
      else if (connection != NULL) {
        if (!readable(connection)) close_connection(connection);
      } else {
        for (int fd; (fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK)) >= 0;) {
          int on = 1;
          setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
          if (delays) setsockopt(fd, SOL_SOCKET, SO_TIMESTAMPNS, &on, sizeof on);
          struct connection *fresh = calloc(1, sizeof *fresh);
          if (fresh == NULL) fail("calloc");
          fresh->fd = fd;
          epoll_ctl(poll, EPOLL_CTL_ADD, fd, &(struct epoll_event){.events = EPOLLIN, .data.ptr = fresh});
        }
      }
    }
  }
}
