from locust import FastHttpUser, task


class User(FastHttpUser):
    @task(20)
    def endpoint_a(self):
        self.client.get("/endpoint-a")

    @task(18)
    def endpoint_b(self):
        self.client.get("/endpoint-b")

    @task(15)
    def endpoint_c(self):
        self.client.get("/endpoint-c")

    @task(12)
    def endpoint_d(self):
        self.client.get("/endpoint-d")

    @task(10)
    def endpoint_e(self):
        self.client.get("/endpoint-e")

    @task(8)
    def endpoint_f(self):
        self.client.get("/endpoint-f")

    @task(7)
    def endpoint_g(self):
        self.client.get("/endpoint-g")

    @task(5)
    def endpoint_h(self):
        self.client.get("/endpoint-h")

    @task(3)
    def endpoint_i(self):
        self.client.get("/endpoint-i")

    @task(2)
    def endpoint_j(self):
        self.client.get("/endpoint-j")
